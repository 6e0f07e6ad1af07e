import { DataSource } from 'typeorm';
import { createTestDatabase } from '@app/testing';
import { databaseOptions } from './database.module.js';

it('a database whose address asks for TLS is asked over TLS or not at all', async () => {
  const database = await createTestDatabase();
  try {
    // The server of the tests has no certificate.
    const source = new DataSource(databaseOptions(`${database.url}?sslmode=verify-full`));
    await expect(source.initialize()).rejects.toThrow('does not support SSL');
  } finally {
    await database.drop();
  }
});
