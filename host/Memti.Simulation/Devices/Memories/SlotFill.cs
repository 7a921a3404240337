using Memti.Simulation.Components;

namespace Memti.Simulation.Devices.Memories;

/// <summary>A task's set arrives in a slot of the working memory. Its first layers may be read before the last ones are there.</summary>
internal sealed class SlotFill(TaskSlots slots) : ActivityEffect
{
    /// <inheritdoc />
    public override void Begin(Activity activity) => slots.Fill(activity.Slot, activity.Task);

    /// <inheritdoc />
    public override void End(Activity activity)
    {
        // Half of one set and half of another are no set.
        if (!activity.IsWhole)
            slots.Clear(activity.Slot);
    }
}
