using Memti.Plugins.RiscV;
using Memti.Plugins.RiscV.Options;

namespace Memti.Benchmarks;

/// <summary>Firmware on the RISC-V core and on QEMU, in turns.</summary>
internal static class FirmwareRun
{
    private const int Turns = 5;
    private const int Rounds = 108;
    private const double Clock = 100e6;

    /// <summary>Prints rates, their ratios, and how much faster than real time a duty cycle passes.</summary>
    public static void Print(TextWriter output)
    {
        if (FirmwareBuild.Missing is { } missing)
        {
            output.WriteLine($"firmware: skipped, {missing}");
            return;
        }

        Kernels(output);
        DutyCycle(output);
    }

    // One turn after the other, so that neighbours on a shared machine disturb all alike.
    private static void Kernels(TextWriter output)
    {
        FirmwareBenchmarks translated = new() { Rounds = Rounds }, interpreted = new() { Rounds = Rounds, Translate = false };
        translated.Build();
        interpreted.Build();
        List<double> qemu = [], fast = [], slow = [];
        long instructions = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            (string expected, double seconds) = FirmwareBuild.Emulate(translated.Path);
            qemu.Add(seconds);
            instructions = Measure(translated, expected, fast);
            Measure(interpreted, expected, slow);
        }

        QuickRun.Print(output, "firmware, kernels", instructions / 1e6, "million instructions");
        Rates(output, "QEMU", instructions, qemu);
        Rates(output, "translated", instructions, fast);
        Rates(output, "interpreted", instructions, slow);
        QuickRun.Print(output, "firmware, translated", Median(qemu) / Median(fast), "times the rate of QEMU, medians");
        QuickRun.Print(output, "firmware, translated", qemu.Min() / fast.Min(), "times the rate of QEMU, best of each");
    }

    private static long Measure(FirmwareBenchmarks kernels, string expected, List<double> times)
    {
        ((long instructions, string printed), double seconds, _) = QuickRun.Timed(kernels.Run);
        if (printed != expected)
            throw new InvalidOperationException($"The core printed '{printed}', QEMU '{expected}'.");
        times.Add(seconds);
        return instructions;
    }

    private static void Rates(TextWriter output, string name, long instructions, List<double> times)
    {
        QuickRun.Print(output, $"firmware, {name}", instructions / times.Min() / 1e6, $"million instructions/s, best of {Turns}");
        QuickRun.Print(output, $"firmware, {name}", instructions / Median(times) / 1e6, "million instructions/s, median");
    }

    private static void DutyCycle(TextWriter output)
    {
        byte[] elf = File.ReadAllBytes(FirmwareBuild.Build("wakeups", "WAKEUPS=18000"));
        (double simulated, double seconds) = (0, double.MaxValue);
        for (int turn = 0; turn < Turns; turn++)
        {
            (simulated, double taken, _) = QuickRun.Timed(() => Sleep(elf));
            seconds = Math.Min(seconds, taken);
        }

        QuickRun.Print(output, "firmware, 30 wake-ups/s", simulated / seconds, "times real time, best");
    }

    private static double Sleep(byte[] elf)
    {
        RiscVProcessor processor = new(new RiscVOptions());
        using FlatMachine machine = new(processor.CreateCore, elf);
        machine.Run(long.MaxValue / 2);
        return machine.Core.Cycle / Clock;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
