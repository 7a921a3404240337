using Memti.Abstractions.Plugins;
using Memti.Plugins.ImcCluster;
using Memti.Plugins.ImcCluster.Memories;
using Memti.Plugins.ImcCluster.Options;
using Memti.Plugins.ImcCluster.Studies;

[assembly: MemtiPlugin(typeof(ImcClusterPlugin), "memti.imc-cluster")]

namespace Memti.Plugins.ImcCluster;

/// <summary>Offers the accelerator <c>imc-cluster</c>, the memory <c>pcm-crossbar</c> and the studies of both.</summary>
public sealed class ImcClusterPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddAccelerator<ImcClusterOptions>("imc-cluster", static options => new ImcClusterAccelerator(options));
        registry.AddMemory<PcmCrossbarOptions>("pcm-crossbar", static options => new PcmCrossbarMemory(options));
        registry.AddStudy<ImcClusterOptions>("imc", "plan", PlanStudy.Summary, PlanStudy.Run);
        registry.AddStudy<ImcClusterOptions>("imc", "bottleneck", BottleneckStudy.Summary, BottleneckStudy.Run);
        registry.AddStudy<ImcClusterOptions>("imc", "pack", PackStudy.Summary, PackStudy.Run);
    }
}
