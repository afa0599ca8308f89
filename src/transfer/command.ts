export const importCommand = async (_a: string[], _s: unknown): Promise<number> => 1 // TEMP
