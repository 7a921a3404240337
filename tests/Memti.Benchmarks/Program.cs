using BenchmarkDotNet.Running;
using Memti.Benchmarks;

if (args.Contains("--quick"))
    QuickRun.Print(Console.Out);
else
    BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
