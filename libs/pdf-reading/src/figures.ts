/** An element of a page's structure tree, or a leaf (content, annotation) that has no children. */
export interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children: readonly StructureNode[];
}

/** All figures in a tree. A leaf has no `children` at all, whatever the types of pdf.js say. */
export const figuresIn = (node: StructureNode): StructureNode[] => [
  ...(node.role === 'Figure' ? [node] : []),
  ...((node.children as StructureNode['children'] | undefined) ?? []).flatMap(figuresIn),
];
