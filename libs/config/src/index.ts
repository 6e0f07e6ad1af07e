export { ConfigModule } from './config.module.js';
export { Environment } from './environment.js';
export { ConfigError, loadEnvironment } from './load-environment.js';
export { projectPath } from './project-root.js';
