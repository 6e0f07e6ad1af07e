export { ConfigModule } from './config.module.js';
export { Environment } from './environment.js';
export { type Seller, sellerOf, sellerVariables, VAT_RATE, type VatWords, vatWords } from './seller.js';
export { ConfigError, loadEnvironment, readEnvironment } from './load-environment.js';
export { type Fault } from './production-faults.js';
export { sealSecrets } from './seal-secrets.js';
export { projectPath } from './project-root.js';
