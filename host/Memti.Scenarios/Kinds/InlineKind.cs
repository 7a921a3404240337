using Memti.Documents.Parameters;

namespace Memti.Scenarios.Kinds;

/// <summary>A kind of the host whose options stand in place of the word: <c>firmware: { elf: build/node.elf }</c>.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="OptionsType">Its options class.</param>
/// <param name="Required">The key that the mapping must have.</param>
public sealed record InlineKind(string Name, Type OptionsType, string Required)
{
    /// <summary>The keys of the mapping.</summary>
    public OptionsSchema Options { get; } = OptionsSchema.Create(OptionsType);
}
