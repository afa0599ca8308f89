/** Why an article is recommended under another. What has a name of its own is named by id, so that it follows a new name. */
export type Reason =
  | { by: 'names'; names: string[] }
  | { by: 'tag'; tagId: string }
  | { by: 'words'; words: string[] }
