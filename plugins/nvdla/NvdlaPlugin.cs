using Memti.Abstractions.Plugins;
using Memti.Plugins.Nvdla;
using Memti.Plugins.Nvdla.Device.Programming;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Workbook;

[assembly: MemtiPlugin(typeof(NvdlaPlugin), "memti.nvdla")]

namespace Memti.Plugins.Nvdla;

/// <summary>Offers the accelerator kind <c>nvdla</c>.</summary>
public sealed class NvdlaPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddAccelerator<NvdlaOptions>("nvdla", static options => new NvdlaAccelerator(options));
        registry.AddStudy<PlanOptions>("nvdla", "plan", PlanStudy.Summary, PlanStudy.Run);
        registry.AddStudy<SweepOptions>("nvdla", "sweep", SweepStudy.Summary, SweepStudy.Run);
        registry.AddStudy<ProgramOptions>("nvdla", "program", ProgramStudy.Summary, ProgramStudy.Run);
    }
}
