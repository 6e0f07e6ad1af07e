import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsEmail, IsIn, IsString, MaxLength } from 'class-validator';
import { STAFF_ROLES, type StaffRole } from '@app/staff';

/** One ticked box comes as a text, several as a list. */
const listed = ({ value }: { value: unknown }): unknown => (value === undefined ? [] : [value].flat());

export class RolesForm {
  @Transform(listed)
  @IsIn(STAFF_ROLES, { each: true, message: 'There is no such role.' })
  @ArrayNotEmpty({ message: 'Choose at least one role.' })
  roles: StaffRole[] = [];
}

export class InviteForm extends RolesForm {
  @MaxLength(254, { message: 'Enter an email address of at most 254 characters.' })
  @IsEmail({}, { message: 'Enter their email address, for example name@example.org.' })
  email: string;

  @MaxLength(120, { message: 'Keep the name to 120 characters.' })
  @IsString({ message: 'Enter their name.' })
  name: string;
}

export class DisableForm {
  @IsString()
  @MaxLength(2_000, { message: 'Keep the reason to 2,000 characters.' })
  reason = '';
}
