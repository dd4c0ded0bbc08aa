// The nouns of the HTTP API, version 1, as JSON has them. A field that does not apply is absent.

export type StoryState = "open" | "pre_moderated" | "closed";

export interface Story {
  id: string;
  state: StoryState;
  /** How many comments are published. */
  count: number;
  title?: string;
}

export interface Author {
  name: string;
  website?: string;
  /** A random salt of this author, to draw a picture from. It tells nothing about them. */
  avatar: string;
  badges?: string[];
}

export interface Comment {
  id: string;
  parent?: string;
  author: Author;
  /** Rendered by the server from a closed grammar: p, br, blockquote, em, strong, a. */
  html: string;
  created_at: string;
  edited_at?: string;
  likes: number;
  /** Absent in live events. */
  replies?: Comment[];
  more_replies?: string;
}

export interface CommentPage {
  story: Story;
  comments: Comment[];
  next: string | null;
}

export interface StoryForm {
  required: readonly string[];
  /** In code points. */
  text_max: number;
  token?: string;
}

export const reportReasons = ["offensive", "abusive", "spam", "illegal", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];

/** What a reader complains of. Who wrote here before proves to be somebody. */
export interface NewReport {
  reason: ReportReason;
  text: string;
  author_of?: string;
  author_token?: string;
}

export interface StoryInfo {
  story: Story;
  form: StoryForm;
}

/** What a reader sends. The address in it is written nowhere on this side. */
export interface NewComment {
  name: string;
  email: string;
  website?: string;
  text: string;
  parent?: string;
  story_url: string;
  story_title?: string;
  story_published_at?: string;
  form_token?: string;
  /** What a program wrote into the field that people do not see. */
  topic?: string;
  /** A comment written here before, and the token that proves it. */
  author_of?: string;
  author_token?: string;
}

export interface Receipt {
  id: string;
  status: "submitted";
  author_token: string;
  status_url: string;
}

export type CommentState = "published" | "pending" | "rejected" | "spam" | "withdrawn" | "erased";

/** One comment as its author may see it. `comment` is absent until the server has stored it. */
export interface CommentStatus {
  id?: string;
  comment?: Comment;
  state: CommentState | "submitted";
  story?: { site: string; id: string; url: string };
  /** As typed, and until when it can be changed: for its author. */
  text?: string;
  revision?: number;
  editable_until?: string;
}

export interface EditedComment {
  comment: Comment;
  state: CommentState;
  revision: number;
}

export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** RFC 9457, with a stable code. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  errors?: FieldError[];
}

/** What a story's live feed says. Ids are decimal strings that increase. */
export type StoryEvent =
  | { id: string; type: "published"; comment: Comment }
  | { id: string; type: "edited"; comment: Comment }
  | { id: string; type: "removed"; comment: string }
  | { id: string; type: "story"; story: Story };
