/** A browser as its owner would call it, from its own words: "Firefox, Windows". */
export function agentName(agent: string): string {
  const browser =
    /(Edg|OPR|Firefox|FxiOS|CriOS|Chrome|Safari)\//.exec(
      agent.replace(/Chrome\/[\d.]+ Safari\/[\d.]+ (Edg|OPR)/, '$1'),
    )?.[1] ?? ''
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux|CrOS)/.exec(agent)?.[1] ?? ''
  const names: Record<string, string> = {
    Edg: 'Edge',
    OPR: 'Opera',
    FxiOS: 'Firefox',
    CriOS: 'Chrome',
    'Mac OS X': 'macOS',
    CrOS: 'ChromeOS',
  }
  const said = [browser, system].filter(Boolean).map((name) => names[name] ?? name)
  return said.length > 0 ? said.join(', ') : agent.slice(0, 40) || '–'
}
