export interface StaffTables {
  /** The people who work at the desk. A row stays when somebody leaves: the history names them. */
  colleagues: {
    id: string
    email: string
    name: string
    role: string
    invited: string
    /** When they first signed in. */
    joined: string | null
    /** When they left, or null for those who work here. */
    left: string | null
    /** Argon2id in PHC notation, or null without a password. */
    password: string | null
    /** The shared secret of the second factor (RFC 6238), base32, or null without one. */
    factor: string | null
    /** The last step of the clock for which a code of the second factor was taken. */
    factor_step: number
    /** In which they want the desk (BCP 47), or null for the newsroom's. */
    language: string | null
  }
  /** Roles that the newsroom made beside the built-in ones. */
  roles: { id: string; name: string; permissions: string }
  /** Somebody asks to be let in. Holds hashes only. */
  sign_in_attempts: {
    id: string
    purpose: string
    /** Null for an address that is nobody's, so that both look alike; and for the first administrator. */
    colleague_id: string | null
    /** Of the cookie of the browser that asked. */
    browser: string | null
    link: string | null
    code: string | null
    tries: number
    expires: string
    used: string | null
  }
  sessions: {
    id: string
    hash: string
    colleague_id: string
    began: string
    seen: string
    /** The browser's own words, shortened: so that its owner recognises it. */
    agent: string
  }
  passkeys: {
    /** The credential's id, base64url. */
    id: string
    colleague_id: string
    name: string
    public_key: string
    counter: number
    transports: string
    added: string
    used: string | null
  }
  /** What an authenticator is asked to sign. Each is used once. */
  challenges: { hash: string; challenge: string; colleague_id: string | null; expires: string }
}
