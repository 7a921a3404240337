namespace Memti.Abstractions.Parameters;

/// <summary>The word of an enum member in files, reports and on the command line. Without it, the word is the member's name in snake
/// case.</summary>
/// <param name="word">The word.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WordAttribute(string word) : Attribute
{
    /// <summary>The word.</summary>
    public string Word { get; } = word;
}
