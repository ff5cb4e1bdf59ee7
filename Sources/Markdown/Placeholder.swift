public enum MarkdownPlaceholder {}
