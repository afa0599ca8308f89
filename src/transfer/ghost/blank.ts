import type { Item } from '../record.ts'

/** An item of which nothing is known but what it is. */
export const blankItem: Omit<Item, 'line' | 'id' | 'type'> = {
  kind: 'item',
  status: 'publish',
  title: '',
  link: '',
  guid: '',
  guidIsPermalink: false,
  pubDate: '',
  date: '',
  dateGmt: '',
  modified: '',
  modifiedGmt: '',
  name: '',
  creator: '',
  content: '',
  excerpt: '',
  parent: '0',
  menuOrder: 0,
  sticky: false,
  password: '',
  attachmentUrl: '',
  filings: [],
  meta: new Map(),
  comments: [],
}
