using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Parameters;

/// <summary>A key that a parameter once had. Files may still use it, with the notice <see cref="DiagnosticCode.FormerSpelling"/>.</summary>
/// <param name="key">The former key, with its unit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormerKeyAttribute(string key) : Attribute
{
    /// <summary>The former key.</summary>
    public string Key { get; } = key;
}
