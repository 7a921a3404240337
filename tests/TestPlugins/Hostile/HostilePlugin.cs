using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(HostilePlugin), "test.hostile")]

namespace Memti.TestPlugins;

/// <summary>Memories that do to the process what no call shows.</summary>
public sealed class HostilePlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        Add(registry, "ends-the-process", static () => Environment.Exit(0));
        Add(registry, "fails-fast", static () => Environment.FailFast("on purpose"));
        Add(registry, "leaves-a-child", LeaveChild);
        Add(registry, "overflows-the-stack", static () => Deeper(0));
        Add(registry, "stays-in-the-foreground", static () => new Thread(static () => Thread.Sleep(Timeout.Infinite)).Start());
        Add(registry, "holds-the-end", static () => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Thread.Sleep(Timeout.Infinite));
        Add(registry, "throws-on-a-thread", ThrowOnThread);
        Add(registry, "throws-in-a-finaliser", ThrowInFinaliser);
        Add(registry, "throws-without-words", static () => throw new WordlessException());
        Add(registry, "takes-all-memory", TakeMemory);
        Add(registry, "takes-all-native-memory", TakeNativeMemory);
        Add(registry, "takes-all-threads", TakeThreads);
        registry.AddMemory<SlowOptions>("sets-for-ever", static _ => new HostileMemory(static () => { }));
    }

    private static void Add(IPluginRegistry registry, string kind, Action act) =>
        registry.AddMemory<object>(kind, _ => new HostileMemory(act));

    private static int Deeper(int depth) => depth < 0 ? 0 : Deeper(depth + 1) + Deeper(depth + 2);

    private static void LeaveChild()
    {
        Process.Start(new ProcessStartInfo("sleep", ["300"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        Environment.FailFast("on purpose");
    }

    private static void ThrowOnThread()
    {
        var thread = new Thread(static () => throw new InvalidOperationException("nobody catches this"));
        thread.Start();
        thread.Join();
    }

    private static void ThrowInFinaliser()
    {
        MakeGarbage();
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeGarbage() => _ = new ThrowsAtTheEnd();

    private static void TakeMemory()
    {
        List<byte[]> kept = [];
        while (true)
        {
            byte[] block = new byte[16 << 20];
            Array.Fill<byte>(block, 1);
            kept.Add(block);
        }
    }

    private static void TakeNativeMemory()
    {
        byte[] block = new byte[16 << 20];
        while (true)
            Marshal.Copy(block, 0, Marshal.AllocHGlobal(block.Length), block.Length);
    }

    private static void TakeThreads()
    {
        for (int item = 0; item < 500; item++)
            ThreadPool.QueueUserWorkItem(static _ => Thread.Sleep(Timeout.Infinite));
    }

    private sealed class ThrowsAtTheEnd
    {
        ~ThrowsAtTheEnd() => throw new InvalidOperationException("thrown by a finaliser");
    }

    private sealed class WordlessException : Exception
    {
        public override string Message => throw new InvalidOperationException("no words");

        public override string StackTrace => throw new InvalidOperationException("no stack");
    }
}
