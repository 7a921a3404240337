using Memti.Abstractions.Parameters;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>How well a default is known.</summary>
/// <param name="Status">The status.</param>
/// <param name="Source">Where the default comes from; empty when that is not said.</param>
public sealed record DefaultOrigin(NumberStatus Status, string Source)
{
    /// <summary>Both as a schema shows them: <c>published: Author et al., Table II</c>.</summary>
    public override string ToString() => StatusWord.Of(Status) + (Source.Length > 0 ? $": {Source.TrimEnd('.')}" : "");
}
