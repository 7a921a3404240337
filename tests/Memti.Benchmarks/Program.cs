using BenchmarkDotNet.Running;
using Memti.Benchmarks;

if (args.Contains("--quick"))
    QuickRun.Print(Console.Out, [.. args.Where(static word => !word.StartsWith('-'))]);
else
    BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
