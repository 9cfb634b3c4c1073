/** A heading under which a site files its articles. */
export interface Category {
  /** The source's own identifier, as text. */
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The category's page at the source. */
  readonly url?: string;
  /** How many articles it holds, where the source says so. */
  readonly count?: number;
  /** Identifier of the category above it. */
  readonly parentId?: string;
}

/** A free keyword. */
export interface Tag {
  readonly slug: string;
  readonly name: string;
  readonly url?: string;
}
