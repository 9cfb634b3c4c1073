/** A picture in one or several sizes of the same crop. */
export interface Picture {
  /** The URL for browsers that ignore `srcset`. */
  readonly url: string;
  /** CSS pixels; absent where unknown. */
  readonly width?: number;
  readonly height?: number;
  /** Empty for a decorative picture. */
  readonly alt: string;
  readonly caption?: string;
  /** Every size of the same crop, narrowest first. May be empty. */
  readonly sources: readonly PictureSource[];
}

/** One file of a {@link Picture}. */
export interface PictureSource {
  readonly url: string;
  /** Pixels in the file. */
  readonly width: number;
  readonly height?: number;
}
