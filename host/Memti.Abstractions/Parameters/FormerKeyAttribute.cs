using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Parameters;

/// <summary>A former key of a parameter. Files may still use it; the host then reports
/// <see cref="DiagnosticCode.FormerSpelling"/>.</summary>
/// <param name="key">The former key, with its unit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormerKeyAttribute(string key) : Attribute
{
    /// <summary>The former key.</summary>
    public string Key { get; } = key;
}
