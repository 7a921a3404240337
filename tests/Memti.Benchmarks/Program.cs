using BenchmarkDotNet.Running;
using Memti.Abstractions.Engines;
using Memti.Benchmarks;

if (args.Contains("--quick"))
    QuickRun.Print(Console.Out, [.. args.Where(static word => !word.StartsWith('-'))]);
else if (args.Contains("--engines"))
    EngineRun.Print(
        Console.Out,
        [.. args.Where(static word => !word.StartsWith('-'))],
        args.Contains("--fp32") ? [TrainingPrecision.Single] : Enum.GetValues<TrainingPrecision>(),
        rounds: 12);
else
    BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
