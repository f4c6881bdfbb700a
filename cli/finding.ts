/** What `doctor` found: fine, a note, or wrong with what to do. */
export type Finding = { is: 'fine' | 'note' | 'wrong'; what: string; fix?: string }
