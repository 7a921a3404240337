using Memti.Abstractions.Diagnostics;
using Memti.Documents.Parameters;

namespace Memti.Scenarios.Kinds;

/// <summary>The options class of a kind.</summary>
public static class KindOptions
{
    /// <summary>The keys of an options class. None of them may be one that the host reads itself beside them.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.PluginInvalid"/> with everything in the class that breaks the
    /// contract.</exception>
    public static OptionsSchema SchemaOf(Type optionsType) => OptionsSchema.Create(optionsType, Components.ReservedKeys);
}
