using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Tests.Loading;

/// <summary>Hardware that only notes what firmware does; everything takes no time.</summary>
internal sealed class RecordingSystemOnChip(params Frame[] frames) : ISystemOnChip
{
    private readonly Queue<Frame> _frames = new(frames);

    public List<string> Steps { get; } = [];

    public SimTime Now => SimTime.Zero;

    public bool IsOn => true;

    public SimTime TimeToNextFrame => SimTime.Zero;

    public int NextTask => 0;

    public ValueTask<Frame?> NextFrame() => ValueTask.FromResult<Frame?>(_frames.TryDequeue(out Frame frame) ? frame : null);

    public void CompleteFrame() => Steps.Add("complete");

    public bool IsResident(int task) => false;

    public ValueTask Load(int task) => Note($"load {task}");

    public ValueTask Infer(int task) => Note($"infer {task}");

    public ValueTask Deploy(int task) => Note($"deploy {task}");

    public ValueTask Wake() => Note("wake");

    public ValueTask PowerDown(bool retain) => Note(retain ? "down, retaining" : "down");

    public PowerDownCost CostOfPowerDown(bool retain, int nextTask) => default;

    private ValueTask Note(string step)
    {
        Steps.Add(step);
        return ValueTask.CompletedTask;
    }
}
