using Memti.Abstractions.Plugins;
using Memti.Plugins.RiscV;
using Memti.Plugins.RiscV.Options;

[assembly: MemtiPlugin(typeof(RiscVPlugin), "memti.riscv")]

namespace Memti.Plugins.RiscV;

/// <summary>Offers the processor kind <c>riscv</c>.</summary>
public sealed class RiscVPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddProcessor<RiscVOptions>("riscv", static options => new RiscVProcessor(options));
    }
}
