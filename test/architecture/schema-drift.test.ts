import { assessmentEntities } from '@app/assessment';
import { blueprintEntities } from '@app/blueprint';
import { schemaDrift } from '@app/database';
import { deliveryEntities } from '@app/delivery';
import { evidenceEntities } from '@app/evidence';
import { orderEntities } from '@app/orders';
import { paymentEntities } from '@app/payments';
import { reviewEntities } from '@app/review';
import { auditEntities } from '@app/audit';
import { staffEntities } from '@app/staff';
import { taskEntities } from '@app/tasks';
import { createTestDatabase } from '@app/testing';

describe('the schema', () => {
  it('made by the migrations has every table and column that the entities name, with their types', async () => {
    const database = await createTestDatabase();
    try {
      const drift = await schemaDrift(database.url, [
        ...assessmentEntities,
        ...evidenceEntities,
        ...orderEntities,
        ...paymentEntities,
        ...blueprintEntities,
        ...reviewEntities,
        ...auditEntities,
        ...staffEntities,
        ...taskEntities,
        ...deliveryEntities,
      ]);
      expect(drift).toEqual([]);
    } finally {
      await database.drop();
    }
  });
});
