using Memti.Documents.Parameters;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>The kind is offered, and can be made of its defaults.</summary>
internal sealed class RegistersLaw : IMemoryLaw
{
    /// <summary>The name, which findings of plugins that do not get as far as a kind have too.</summary>
    public const string LawName = "registers";

    public string Name => LawName;

    public string Statement => "The plugin loads and offers the kind; each key takes its default; the defaults make a memory.";

    public LawFinding Check(MemorySubject subject)
    {
        OptionsSchema schema = subject.Schema;
        subject.Make(options => Rewrite(schema, options));
        return LawFinding.Pass(FormattableString.Invariant($"{schema.Parameters.Count} keys, and their defaults make a memory"));
    }

    private static void Rewrite(OptionsSchema schema, object options)
    {
        foreach (ParameterDescriptor parameter in schema.Parameters)
            parameter.Set(options, parameter.DefaultValue);
    }
}
