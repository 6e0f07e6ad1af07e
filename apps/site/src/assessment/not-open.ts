import { type FieldError, type View, view } from '@app/http';

/** The page for a reader whose browser has no assessment open: nothing is lost, the code opens it. */
export const notOpen = (errors: readonly FieldError[] = [], code = ''): View =>
  view(
    'site/assessment/resume',
    { errors, typed: code, lost: errors.length === 0 },
    { status: errors.length > 0 ? 422 : 404 },
  );
