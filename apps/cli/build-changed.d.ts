export function staleApps(root: string, apps: readonly string[]): string[];
export function buildChanged(
  apps?: readonly string[],
  progress?: (line: string) => void,
): Promise<readonly string[]>;
