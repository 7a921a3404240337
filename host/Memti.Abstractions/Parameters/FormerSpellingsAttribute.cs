using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Parameters;

/// <summary>
/// Marks an enum whose words were once written in other ways: words that differ from its own in case, hyphens and underscores alone are
/// taken, with the notice <see cref="DiagnosticCode.FormerSpelling"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class FormerSpellingsAttribute : Attribute;
