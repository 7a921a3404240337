using Memti.Abstractions.Plugins;

[assembly: MemtiPlugin(typeof(HelloTrainable.ProjectionPlugin), "hello.trainable")]

namespace HelloTrainable;

/// <summary>Offers <c>hello-trainable</c>: a shared projection and a classifier for each task, which can be trained.</summary>
public sealed class ProjectionPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry) =>
        registry.AddModel<ProjectionOptions>("hello-trainable", static (options, tasks) => new ProjectionModel(options, tasks));
}
