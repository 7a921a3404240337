using Memti.Documents.Nodes;

namespace Memti.Scenarios.Designs;

/// <summary>A design or a variant as the file writes it: what it changes.</summary>
internal sealed record NamedOverride(string Name, string Description, SourceLocation Place, MappingNode Changes);
