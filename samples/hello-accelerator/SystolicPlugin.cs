using Memti.Abstractions.Plugins;

[assembly: MemtiPlugin(typeof(HelloAccelerator.SystolicPlugin), "hello.accelerator")]

namespace HelloAccelerator;

/// <summary>Offers <c>hello-accelerator</c>: a plain systolic array.</summary>
public sealed class SystolicPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry) =>
        registry.AddAccelerator<SystolicOptions>("hello-accelerator", static options => new SystolicArray(options));
}
