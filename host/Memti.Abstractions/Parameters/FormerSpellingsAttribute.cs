using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Parameters;

/// <summary>
/// Marks an enum that accepts former spellings of its words. Words that differ only in case, hyphens and underscores are accepted; the host
/// then reports <see cref="DiagnosticCode.FormerSpelling"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class FormerSpellingsAttribute : Attribute;
