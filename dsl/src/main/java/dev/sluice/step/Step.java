package dev.sluice.step;

import dev.sluice.plan.PlannedStep;

/** One step of a pipeline. Steps are data: building one does nothing to a stream. */
public sealed interface Step extends PlannedStep
    permits Respond, When, Sequence, SetHeader, AddHeader, RemoveHeader, Log, Custom, Bind, SetBody, HttpCall,
    StreamBody, SetData, CloseConnection, RespondWith, Redirect, AppendHeader, RenameHeader, SetHeaders, RemoveHeaders,
    SetPath, ReplacePathPrefix, RewritePath, SetQuery, SetRequestLine, Reroute, Choose, SetShared, UpdateShared,
    PutCache, AddShared, TakeToken, ChangeMetric, Enqueue, SetProperty, SetFilterState, ForeignCall, ResetStream,
    AllCalls, FirstCall, Delay, GrpcCall, GrpcStream, EditJson, EditTrailer, UpdateState, OnOneWorker {}
