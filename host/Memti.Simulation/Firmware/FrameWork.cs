using System.Runtime.CompilerServices;
using Memti.Abstractions.Firmware;

namespace Memti.Simulation.Firmware;

/// <summary>Processes one frame, as every policy does.</summary>
internal static class FrameWork
{
    /// <summary>Deploys arrived parameters and runs each task of the frame. Loads only tasks that are not resident.</summary>
    /// <param name="soc">The hardware, switched on.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="memories">Lets memories sleep between tasks; null to keep all on.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public static async ValueTask Run(ISystemOnChip soc, Frame frame, MemoryScheduler? memories = null)
    {
        if (frame.Deployed >= 0)
            await soc.Deploy(frame.Deployed).ConfigureAwait(false);
        if (frame.SharedDeployed)
            await soc.DeployShared().ConfigureAwait(false);
        int tasks = frame.Tasks.Count;
        for (int place = 0; place < tasks; place++)
        {
            // Begin has already put to sleep what the first task does not need, unless a deployment kept its memories on.
            if (memories is not null && (place > 0 || frame.Deployed >= 0 || frame.SharedDeployed))
                await memories.SleepUnused(frame.Tasks, place).ConfigureAwait(false);
            int task = frame.Tasks[place];
            if (!soc.IsResident(task))
                await soc.Load(task).ConfigureAwait(false);
            await soc.Infer(task).ConfigureAwait(false);
        }

        soc.CompleteFrame();
    }
}
