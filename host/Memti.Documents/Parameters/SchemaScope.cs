namespace Memti.Documents.Parameters;

/// <summary>
/// For what a JSON Schema is written. What a part of it needs beyond this, such as the kinds of plugins, a derived scope carries.
/// </summary>
/// <param name="partial">True for a document that is laid over another one: nothing is required, and null removes a key.</param>
public class SchemaScope(bool partial)
{
    /// <summary>A document of its own.</summary>
    public static SchemaScope Document { get; } = new(partial: false);

    /// <summary>True for a document that is laid over another one.</summary>
    public bool Partial => partial;

    /// <summary>The same for values that replace what lies below them, such as the items of a list.</summary>
    public virtual SchemaScope Whole => Document;
}
