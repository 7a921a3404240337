using Memti.Simulation.Components;

namespace Memti.Simulation.Devices.Memories;

/// <summary>The shared weights arrive in the memory that inferences read them from.</summary>
internal sealed class SharedFill(MemoryDevice memory) : ActivityEffect
{
    /// <inheritdoc />
    public override void Begin(Activity activity) => memory.HasShared = true;

    /// <inheritdoc />
    public override void End(Activity activity) => memory.HasShared &= activity.IsWhole;
}
