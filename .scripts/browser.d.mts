export const chromeArguments: string[];
export function findChrome(): Promise<{ executablePath: string; headless: true | "shell"; timeout: number; protocolTimeout: number }>;
