const last = new Map<string, Promise<void>>()

/**
 * Takes what a guest sends one after the other, files and all: whoever sends a hundred at once has no more of the
 * newsroom's memory than with one, and other guests do not wait for it.
 */
export async function inTurn(commissionId: string, take: () => Promise<void>) {
  const turn = (last.get(commissionId) ?? Promise.resolve()).then(take)
  const over = turn.catch(() => {})
  last.set(commissionId, over)
  try {
    await turn
  } finally {
    if (last.get(commissionId) === over) last.delete(commissionId)
  }
}
