namespace Memti.Scenarios;

/// <summary>A design or a variant as the file writes it: what it changes.</summary>
internal sealed record NamedOverride(string Name, string Description, SourcePlace Place, MappingNode Changes);
