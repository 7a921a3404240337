namespace Memti.Documents.Nodes;

/// <summary>A single value as it was written.</summary>
public sealed class ScalarNode(SourceLocation place, string text, bool plain) : Node(place, [])
{
    private const int LongestShown = 80;

    /// <summary>The text as it is written, without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>False for quoted and block text, which is never a number, a truth value or null.</summary>
    public bool Plain { get; } = plain;

    /// <summary>True for a null that took away a value of the document below.</summary>
    public bool Removes { get; init; }

    /// <inheritdoc />
    public override bool IsNull => Plain && (Text is "" or "~" or "null" or "Null" or "NULL");

    /// <inheritdoc />
    public override string Shown => IsNull ? "empty" : Text.Length <= LongestShown ? Text : Text[..LongestShown] + "...";

    /// <inheritdoc />
    public override Node Under(string key) => new ScalarNode(Place with { Key = key }, Text, Plain) { Removes = Removes };
}
