using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;
using Memti.Plugins.Guarding;

namespace Memti.Plugins.Tests.Loading;

public sealed class PluginGuardTests
{
    private readonly PluginGuard _patient = new(TimeSpan.FromSeconds(60));
    private readonly PluginGuard _hasty = new(TimeSpan.FromMilliseconds(200));

    [Fact]
    public void A_call_gives_its_result() => _patient.Call("test", "test.dll", "Size", static () => 42).ShouldBe(42);

    [Fact]
    public void A_call_that_does_not_return_is_abandoned()
    {
        Diagnostic finding = Fault(_hasty, static () => Hang()).Diagnostic;

        finding.Code.ShouldBe(PluginCodes.PluginTimedOut);
        finding.File.ShouldBe("test.dll");
        finding.Message.ShouldBe("plugin 'test' did not return from Size within 0.2 s.");
    }

    [Fact]
    public void Time_in_the_host_does_not_count_against_a_plugin()
    {
        var guard = new PluginGuard(TimeSpan.FromSeconds(2)); // long enough for the thread to start on a loaded machine

        guard.Call("test", "test.dll", "Size", static () => HostServiceTimer.Spend(static () => Slept(TimeSpan.FromSeconds(3))))
            .ShouldBe(42);
    }

    [Fact]
    public void Time_in_the_host_does_not_excuse_a_plugin_that_hangs_afterwards() =>
        Fault(_hasty, static () => HostServiceTimer.Spend(static () => Slept(TimeSpan.FromMilliseconds(300))) + Hang()).Diagnostic.Code
            .ShouldBe(PluginCodes.PluginTimedOut);

    [Fact]
    public void A_call_that_computes_for_ever_says_on_request_where() =>
        Fault(new PluginGuard(TimeSpan.FromMilliseconds(200)) { ShowsStack = true }, static () => Spin()).Diagnostic.Message
            .ShouldContain(nameof(Spin));

    [Fact]
    public void Time_in_which_a_busy_machine_had_no_processor_for_the_plugin_does_not_count()
    {
        // The scheduler says that the call's thread waited for a processor all the time, for much longer than the limit.
        using var looks = new CountdownEvent(60);
        TimeSpan waited = TimeSpan.Zero;
        var guard = new PluginGuard(TimeSpan.FromMilliseconds(40))
        {
            Scheduler = _ =>
            {
                if (!looks.IsSet)
                    looks.Signal();
                waited += TimeSpan.FromSeconds(1);
                return new ProcessorShare(TimeSpan.Zero, waited, TimeSpan.Zero, waited);
            },
        };

        guard.Call("test", null, "Size", () => Waited(looks)).ShouldBe(42);
    }

    [Fact]
    public void An_abandoned_call_does_not_keep_the_process_alive() =>
        _patient.Call("test", null, "Size", static () => Thread.CurrentThread.IsBackground).ShouldBeTrue();

    [Fact]
    public void What_a_plugin_throws_becomes_a_finding_that_keeps_it_inside()
    {
        MemtiException fault = Fault(_patient, static () => throw new DivideByZeroException("no rows"));

        fault.Diagnostic.Code.ShouldBe(DiagnosticCode.PluginThrew);
        fault.Diagnostic.File.ShouldBe("test.dll");
        fault.Diagnostic.Message.ShouldBe("plugin 'test' threw DivideByZeroException in Size: no rows");
        fault.InnerException.ShouldBeOfType<DivideByZeroException>();
    }

    [Fact]
    public void A_finding_of_the_plugin_passes_unchanged()
    {
        var finding = new MemtiException(DiagnosticCode.CapacityExceeded, "too much");

        Fault(_patient, () => throw finding).ShouldBeSameAs(finding);
    }

    [Fact]
    public void A_cancelled_caller_waits_no_longer()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        Should.Throw<OperationCanceledException>(() => _patient.Call("test", null, "Size", static () => Hang(), cancellation.Token));
    }

    [Fact]
    public void A_cancellation_that_is_not_the_callers_is_a_fault_of_the_plugin() =>
        Fault(_patient, static () => throw new OperationCanceledException("mine")).Diagnostic.Code.ShouldBe(DiagnosticCode.PluginThrew);

    [Fact]
    public void A_timeout_of_the_plugin_is_not_one_of_the_host() =>
        Fault(_patient, static () => throw new TimeoutException("bus")).Diagnostic.Code.ShouldBe(DiagnosticCode.PluginThrew);

    [Fact]
    public void A_data_file_that_is_missing_is_no_missing_library() =>
        Fault(_patient, static () => File.ReadAllBytes("no-such-levels.csv").Length).Diagnostic.Code.ShouldBe(DiagnosticCode.PluginThrew);

    [Fact]
    public void A_native_library_that_is_missing_is_a_missing_dependency() =>
        Fault(_patient, static () => throw new DllNotFoundException("Unable to load libsolver.so")).Diagnostic.Code
            .ShouldBe(PluginCodes.PluginDependencyMissing);

    [Fact]
    public void A_guard_without_a_limit_calls_all_the_same() =>
        new PluginGuard(Timeout.InfiniteTimeSpan).Call("test", null, "Size", static () => 1).ShouldBe(1);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1e9)]
    public void A_limit_that_makes_no_sense_is_refused(double seconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PluginGuard(TimeSpan.FromSeconds(seconds)));

    private static MemtiException Fault(PluginGuard guard, Func<int> call) =>
        Should.Throw<MemtiException>(() => guard.Call("test", "test.dll", "Size", call));

    private static int Hang()
    {
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    private static int Waited(CountdownEvent signal)
    {
        signal.Wait();
        return 42;
    }

    private static int Spin()
    {
        long turns = 0;
        while (turns >= 0)
            turns = (turns + 1) % 1000;
        return 0;
    }

    private static int Slept(TimeSpan time)
    {
        Thread.Sleep(time);
        return 42;
    }
}
