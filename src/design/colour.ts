/** Colours as #rrggbb, and what the eye can tell apart of them (WCAG 2.2). */

/** The paper and the ink of both themes. `style.css` takes them from here. */
export const surfaces = {
  light: { paper: '#fafaf8', tint: '#eff0ed', ink: '#15181b', soft: '#565c61', line: '#d5d8d7' },
  dark: { paper: '#131619', tint: '#1d2125', ink: '#e8e8e5', soft: '#a3a8ab', line: '#343a3f' },
} as const

const channels = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)

/** Relative luminance, 0 to 1. */
const luminance = (colour: string) => {
  const [red, green, blue] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** Contrast of two colours, 1 to 21. */
export const contrast = (one: string, other: string) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

/** The colour where it reads as text on both surfaces of its theme, else the ink. */
export const readable = (
  accent: string,
  { paper, tint, ink }: (typeof surfaces)['light' | 'dark'],
) => (Math.min(contrast(accent, paper), contrast(accent, tint)) >= 4.5 ? accent : ink)

/** What to write on a field of the accent. One of the two always reaches 4.58. */
export const onAccent = (accent: string) =>
  contrast(accent, '#ffffff') >= contrast(accent, '#000000') ? '#ffffff' : '#000000'

/** A colour as accent of both themes: as it is, or as little darker and lighter as words need (WCAG 2.2, 1.4.3, AA). */
export const shadesOf = (colour: string) => ({
  accent: shade(colour, '#000000', surfaces.light),
  accentDark: shade(colour, '#ffffff', surfaces.dark),
})

function shade(colour: string, towards: string, surface: (typeof surfaces)['light' | 'dark']) {
  for (let part = 0; part < 1; part += 0.02) {
    const mixed = mix(colour, towards, part)
    if (readable(mixed, surface) === mixed) return mixed
  }
  return surface.ink
}

const mix = (one: string, other: string, part: number) =>
  `#${channels(one)
    .map((value, at) => Math.round(255 * (value + (channels(other)[at]! - value) * part)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`

/**
 * The `:root` rules of a newsroom's colours. `--accent` is for rules and marks, `--accent-text` for words: it is
 * the accent only where that keeps a contrast of 4.5, and `--on-accent` stands on a field of it.
 */
export function brandCss(colours: { accent: string; accentDark: string }): string {
  const theme = (name: 'light' | 'dark', accent: string) => {
    const { paper, tint, ink, soft, line } = surfaces[name]
    return `--paper:${paper};--tint:${tint};--ink:${ink};--soft:${soft};--line:${line};--accent:${accent};--accent-text:${readable(accent, surfaces[name])};--on-accent:${onAccent(accent)}`
  }
  return (
    `:root{color-scheme:light dark;${theme('light', colours.accent)}}` +
    `@media(prefers-color-scheme:dark){:root{${theme('dark', colours.accentDark)}}}` +
    `@media print{:root{color-scheme:light;${theme('light', '#000000')};--paper:#fff;--tint:#fff;--ink:#000}}`
  )
}
