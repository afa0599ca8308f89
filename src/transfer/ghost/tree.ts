import type { TreeElement, TreeNode } from '../tree.ts'

export const element = (
  name: string,
  children: TreeNode[] = [],
  attributes: Record<string, string> = {},
): TreeElement => ({ name, attributes, children })

/** A card with an address and a title. */
export const card = (
  url: string,
  kind: 'link' | 'audio' | 'video' | 'file',
  title: string,
  caption: TreeNode[] = [],
): TreeElement => element('#card', caption, { url, kind, title })

/** A box beside the text. */
export const box = (title: string, children: TreeNode[], folded = false): TreeElement =>
  element('#box', children, { title, ...(folded ? { folded: '' } : {}) })
