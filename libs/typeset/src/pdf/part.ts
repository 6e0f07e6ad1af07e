import type { Drawing } from '@app/charts';

/** What a block says, free of any layout: what the accessible twins of the file are made of. Words between `**` are strong. */
export type Part =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly mark: 'dash' | 'number' | 'box'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'figure'; readonly drawing: Drawing }
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly label: string; readonly value: string; readonly note?: string }[];
    };
