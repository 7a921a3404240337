using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Tests.Traces;

/// <summary>A machine that does anything a machine may tell, in any order.</summary>
internal static class RandomMachine
{
    public static void Play(IMachineListener listener, int seed)
    {
        var random = new Random(seed);
        var machine = new ScriptedMachine(listener);
        var running = new HashSet<int>();
        long frame = 0;
        bool open = false;
        for (int step = 0; step < 300; step++)
        {
            machine.At(machine.Now + (random.Next(3) == 0 ? 0 : random.Next(700)));
            Step(machine, random, running, ref frame, ref open);
        }

        machine.Finish(machine.Now + random.Next(1_000));
    }

    private static void Step(ScriptedMachine machine, Random random, HashSet<int> running, ref long frame, ref bool open)
    {
        int number = random.Next(4);
        switch (random.Next(10))
        {
            case 0 when running.Add(number):
                machine.Begin(number, (ActivityKind)random.Next(7), [random.Next(3)], random.Next(3) - 1, random.Next(2) * 64);
                break;
            case 1 when running.Remove(number):
                machine.End(number, random.Next(2) == 0);
                break;
            case 2:
                machine.Enter(random.Next(3), (PowerState)random.Next(3), random.Next(900));
                break;
            case 3:
                machine.Frame(frame++, FrameStep.Skipped, machine.Now, null, 0);
                break;
            case 4:
                machine.Frame(frame, open ? FrameStep.Completed : FrameStep.Delivered, machine.Now, null, 0);
                frame += open ? 1 : 0;
                open = !open;
                break;
            case 5:
                machine.Say((hears, now) => hears.Interrupt(now, number % 2, number < 2));
                break;
            case 6:
                machine.Say((hears, now) => hears.Task(now, number % 3 - 1));
                break;
            case 7:
                machine.Say((hears, now) => hears.Called(now, 0x100 + 0x100ul * (ulong)number, 0x104 + (ulong)random.Next(8) * 0x40));
                break;
            case 8:
                machine.Say((hears, now) => hears.Returned(now, 0x104 + (ulong)random.Next(8) * 0x40));
                break;
            default:
                machine.Say((hears, now) => hears.Restarted(now, 0x100));
                break;
        }
    }
}
