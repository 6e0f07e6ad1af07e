export { importCatalogue, type ImportReport, refreshPaths } from './import-catalogue.js';
export type { LeftOut } from './import-context.js';
export { ImportError } from './import-error.js';
export { importOutlook } from './sources/outlook.js';
