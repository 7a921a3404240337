namespace Memti.Plugins.Registry;

/// <summary>What one plugin registered.</summary>
/// <param name="Kinds">The kinds, in the order in which it offered them.</param>
/// <param name="Studies">The studies, in the order in which it offered them.</param>
internal sealed record PluginOffers(IReadOnlyList<Registration> Kinds, IReadOnlyList<StudyRegistration> Studies);
